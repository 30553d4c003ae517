(heading (text) @title)
(title (text) @title)

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
] @punctuation.list_marker

[
  (atx_marker)
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

(link_destination) @link_uri
(url) @link_uri

[
  (code_span)
  (fenced_block)
] @text.literal

[
  (comment)
  (html_comment)
] @comment

(directive) @preproc
