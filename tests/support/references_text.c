#include "references_text.h"

#include "base/arena.h"
#include "base/buf.h"
#include "plan_from_text.h"

const struct pl_plan *harbour_plan(struct pl_arena *arena, const char *sentence)
{
    return plan_from_markdown(
        arena,
        pl_arena_printf(
            arena,
            "# Plan of the Harbour Office\n\n"
            "# 1 Overview\n\n"
            "1 The office keeps the harbour open.\n\n"
            "2 The office keeps the lights burning.\n\n"
            "# 2 Framework\n\n"
            "## 2.1 Vision\n\n"
            "3 A harbour that every boat can reach.\n\n"
            "## 2.2 Goals\n\n"
            "4 The goals of the office are set out here.\n\n"
            "Goal 1 – Safe entry: keep the entrance clear in all weathers.\n\n"
            "Goal 2 – Fair berths: give each boat a place in its turn.\n\n"
            "## 2.3 Targets\n\n"
            "5 The office will:\n\n"
            "a) dredge the channel every spring;\n\n"
            "b) paint the buoys every autumn;\n\n"
            "c) train the pilots every winter.\n\n"
            "Table 1 – Depth of the channel\n\n"
            "Table 2 – Number of berths\n\n"
            "Figure 1 – Map of the harbour\n\n"
            "# 3 Delivery\n\n"
            "6 Every year the harbour master reports.\n\n"
            "7 %s\n\n"
            "8 The council reads the report.\n\n"
            "9 The council publishes it.\n\n"
            "# Annex 1\n\n"
            "Rules of the port apply to all boats.\n\n"
            "# Annex 2\n\n"
            "Fees of the port apply to all boats.\n",
            sentence));
}

const char *references_text(struct pl_arena *arena, const struct pl_plan *plan)
{
    struct pl_buf buf = pl_buf_in(arena);
    for (uint32_t i = 0; i < plan->references_count; i++) {
        const struct pl_reference *it = &plan->references[i];
        pl_buf_add_text(&buf, i > 0 ? "; " : "");
        pl_buf_add_text(&buf, pl_reference_name(it->kind));
        pl_buf_add_char(&buf, ' ');
        if (it->label.count > 0) {
            pl_label_write(&buf, it->label);
            pl_buf_add_char(&buf, ' ');
        }
        if (it->to.count > 0) {
            pl_buf_add_text(&buf, "to ");
            pl_label_write(&buf, it->to);
            pl_buf_add_char(&buf, ' ');
        }
        pl_buf_add_text(&buf, pl_resolution_name(it->resolution));
    }
    pl_buf_add_char(&buf, '\0');
    return buf.data;
}
