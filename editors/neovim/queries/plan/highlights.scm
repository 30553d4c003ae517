(heading (text) @markup.heading)
(title (text) @markup.heading)

[
  (section_number)
  (annex_label)
  (paragraph_number)
  (toc_label)
  (page_number)
] @number

[
  (ordinal_marker)
  (letter_marker)
  (bullet_marker)
  (enumerator)
] @markup.list

(atx_marker) @punctuation.special

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
] @markup.link

[
  (code_span)
  (fenced_block)
] @markup.raw

(quote (text) @markup.quote)

[
  (comment)
  (html_comment)
] @comment

(directive) @keyword.directive
