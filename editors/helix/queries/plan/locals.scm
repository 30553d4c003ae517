(document) @local.scope

[
  (footnote_label)
  (footnote_open)
] @local.definition

(footnote_reference) @local.reference
