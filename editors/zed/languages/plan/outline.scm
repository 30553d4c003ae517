(section
  heading: (heading
    number: (_) @context
    (text) @name)) @item

(section
  heading: (heading
    marker: (_) @context
    (text) @name)) @item
