(section heading: (heading number: (_) @name)) @definition.section
(title (text) @name) @definition.section
(paragraph number: (paragraph_number) @name) @definition.paragraph
(cell label: (cell_label) @name) @definition.target
(footnote_definition label: (footnote_label) @name) @definition.footnote
(footnote label: (footnote_open) @name) @definition.footnote
(footnote_reference) @name @reference.footnote
