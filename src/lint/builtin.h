/* builtin.h - the kind of check "builtin": nothing to run.
 *
 * Rules of this kind carry what the engine itself has to say (PL9xx): they
 * can be explained, silenced and given another severity like any other. */
#ifndef PLANLINT_LINT_BUILTIN_H
#define PLANLINT_LINT_BUILTIN_H

struct pl_check;

extern const struct pl_check pl_check_builtin;

#endif
