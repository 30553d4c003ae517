; A footnote is defined by its text and referred to by its mark.
(document) @local.scope

(footnote_label) @local.definition
(footnote_open) @local.definition
(footnote_reference) @local.reference
