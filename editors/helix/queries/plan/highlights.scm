(heading (text) @markup.heading)
(title (text) @markup.heading)

[
  (section_number)
  (annex_label)
  (paragraph_number)
  (toc_label)
  (page_number)
] @constant.numeric

[
  (ordinal_marker)
  (letter_marker)
] @markup.list.numbered

[
  (bullet_marker)
  (enumerator)
] @markup.list.unnumbered

(atx_marker) @markup.heading.marker

[
  (rule)
  (quote_marker)
  (pipe)
  (pipe_delimiter_row)
  (leader)
] @punctuation.delimiter

[
  (cell_label)
  (footnote_reference)
  (footnote_open)
  (footnote_label)
] @label

[
  (link_destination)
  (url)
] @markup.link.url

(code_span) @markup.raw.inline
(fenced_block) @markup.raw.block
(quote (text) @markup.quote)

[
  (comment)
  (html_comment)
] @comment

(directive) @keyword.directive
