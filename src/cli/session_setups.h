/* session_setups.h - the setups that the options of a command line ask for. */
#ifndef PLANLINT_CLI_SESSION_SETUPS_H
#define PLANLINT_CLI_SESSION_SETUPS_H

struct pl_session;
struct pl_setup;
struct pl_setups;

/* In the arena of the session, which complains about what is wrong. */
struct pl_setups *pl_session_setups(struct pl_session *session);

/* That of the current folder, for commands without documents; NULL after a
 * complaint. */
const struct pl_setup *pl_session_setup(struct pl_session *session);

/* The same with the rules of a folder instead of the configuration's own;
 * NULL: with those. Rules that are not at work are complete, too. */
const struct pl_setup *pl_session_setup_with_rules(struct pl_session *session,
                                                   const char *rules_folder);

#endif
