; For nvim-treesitter-textobjects.
(section) @class.outer
(section heading: (heading) . (_) @class.inner)

(paragraph) @function.outer
(paragraph (text) @function.inner)

(list_item) @parameter.outer
(list_item (text) @parameter.inner)

(cell) @parameter.outer
(cell (text) @parameter.inner)

[
  (footnote)
  (footnote_definition)
] @block.outer
(footnote (text) @block.inner)
(footnote_definition (text) @block.inner)

[
  (comment)
  (html_comment)
] @comment.outer
