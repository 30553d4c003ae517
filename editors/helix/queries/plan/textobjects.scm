; A section is a class, a paragraph a function, a list item an argument.
(section) @class.around
(section heading: (heading) . (_) @class.inside)

(paragraph) @function.around
(paragraph (text) @function.inside)

(list_item) @parameter.around
(list_item (text) @parameter.inside)

(cell) @entry.around
(cell (text) @entry.inside)

[
  (comment)
  (html_comment)
] @comment.around
