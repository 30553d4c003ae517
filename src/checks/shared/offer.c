#include "checks/shared/offer.h"

#include "lint/check.h"

void pl_offer_readings(struct pl_run *run, struct pl_finding *finding,
                       struct pl_range range, struct pl_readings readings)
{
    const pl_str texts[] = {readings.first, readings.second};
    for (size_t i = 0; i < 2; i++) {
        pl_finding_fix(run->findings, finding, false,
                       (struct pl_edit){range, texts[i]},
                       PL_ARGS({"new", texts[i]}));
    }
}
