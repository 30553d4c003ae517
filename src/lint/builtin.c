#include "lint/builtin.h"

#include "lint/check.h"

static void run(struct pl_run *run_)
{
    (void)run_;
}

const struct pl_check pl_check_builtin = {.name = "builtin", .run = run};
