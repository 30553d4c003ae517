(heading (text) @markup.heading)
(title (text) @markup.heading)

[(section_number) (annex_label) (paragraph_number) (toc_label)] @constant.numeric
(cell_label) @label

[
  (ordinal_marker)
  (letter_marker)
  (bullet_marker)
  (enumerator)
  (atx_marker)
] @punctuation.special

[(rule) (quote_marker) (pipe) (pipe_delimiter_row) (leader)] @punctuation.delimiter

[(footnote_reference) (link_destination) (url)] @markup.link
[(footnote_open) (footnote_label)] @label
(page_number) @constant.numeric

[(code_span) (fenced_block)] @markup.raw
(quote (text) @markup.quote)

[(comment) (html_comment)] @comment
(directive) @keyword.directive
