[
  (section)
  (list)
  (table)
  (pipe_table)
  (fenced_block)
  (front_matter)
  (html_comment)
] @fold
