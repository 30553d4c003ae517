// Grammar of structured plan text: plain text, Markdown and the text that is
// left of a Word file when its formatting is taken away.
//
// Every token comes from the stateless external scanner in src/scanner.c, and
// every sequence of tokens that it can produce is a document: no input yields
// an ERROR node. README.md states the laws that keep it so.

// The rest of a line: what may stand in it, then the token that ends it.
const rest = $ => seq(repeat($._inline), $._line_end);

// A line that opens with a marker. `_gap` is never produced; that it is valid
// tells the scanner that the marker was just read.
const marked = ($, ...marker) => seq(...marker, optional($._gap), rest($));

// A line that opens with text: all of it in one token, or its beginning.
const textual = ($, whole, begun) =>
  choice(alias(whole, $.text), seq(alias(begun, $.text), rest($)));

// A cell in one of the two positions that the scanner tells apart.
const cell = ($, whole, begun, label, start) => choice(
  textual($, whole, begun),
  marked($, field('label', alias(label, $.cell_label))),
  marked($, start),
);

module.exports = grammar({
  name: 'plan',

  extras: _ => [/[ \t\r\n\f\v\u00a0\ufeff\u0085\u2028\u2029]/],

  externals: $ => [
    // the first token of a line
    $.atx_marker,
    $.section_number,
    $.annex_label,
    $.paragraph_number,
    $.ordinal_marker,
    $.letter_marker,
    $.bullet_marker,
    $._paragraph_line,
    $._paragraph_text,
    $._title_line,
    $._title_text,
    $._line_start,          // zero-width: the line opens with something inline
    $._row_line,            // a tab-indented line after a blank one
    $._row_text,
    $._row_label,
    $._row_start,           // zero-width
    $._cell_line,           // a tab-indented line right after another line
    $._cell_text,
    $._cell_label,
    $._cell_start,          // zero-width
    $._toc_label,
    $._toc_text,
    $._pipe_start,
    $.pipe_delimiter_row,
    $.quote_marker,
    $.rule,
    $.fenced_block,
    $.footnote_label,
    $.front_matter,
    $.directive,
    $.html_comment,

    // zero-width: the next line does not go on with the list or table
    $._list_end,
    $._table_end,
    $._pipe_table_end,

    // within a line
    $.text,
    $._last_text,           // text that ends its line
    $._eol,                 // zero-width: ends a line that does not end in text
    $.tab,
    $.footnote_reference,
    $.footnote_open,
    $._footnote_close,
    $._footnote_end,        // zero-width: ends a note that is not closed
    $.comment_author,
    $.comment_text,         // ends its line
    $.enumerator,
    $.code_span,
    $.url,
    $.link_destination,
    $.pipe,
    $._last_pipe,           // the pipe that ends its line
    $._toc_rest,            // the title after a label
    $.leader,
    $.page_number,          // ends its line
    $._atx_number,

    // never produced
    $._gap,
    $._error_sentinel,      // valid only in error recovery
  ],

  rules: {
    document: $ => seq(
      optional($.front_matter),
      repeat($._block),
      optional(alias($._open_list, $.list)),
      repeat($.section),
    ),

    // A heading and what follows it, up to the next heading of any level.
    // Nesting by number is left to the reader of the tree: numbers in drafts
    // are too often damaged. Nothing but a section can follow a section: where
    // an edit makes its next line a block, the parser has to open it again.
    section: $ => seq(
      field('heading', $.heading),
      repeat($._block),
      optional(alias($._open_list, $.list)),
    ),

    heading: $ => choice(
      marked($, field('marker', $.atx_marker),
        optional(field('number', alias($._atx_number, $.section_number)))),
      marked($, field('number', choice($.section_number, $.annex_label))),
    ),

    _block: $ => choice(
      $.paragraph,
      $.title,
      $.toc_entry,
      $.list,
      $.table,
      $.pipe_table,
      $.quote,
      $.rule,
      $.fenced_block,
      $.footnote_definition,
      $.directive,
      $.html_comment,
    ),

    paragraph: $ => choice(
      marked($, field('number', $.paragraph_number)),
      textual($, $._paragraph_line, $._paragraph_text),
      marked($, $._line_start),
    ),

    title: $ => textual($, $._title_line, $._title_text),

    toc_entry: $ => seq(
      choice(
        alias($._toc_text, $.text),
        seq(field('label', alias($._toc_label, $.toc_label)),
          optional($._gap), alias($._toc_rest, $.text)),
      ),
      $.leader,
      field('page', $.page_number),
    ),

    list: $ => seq($._list_items, $._list_end),

    // A list right before a numbered heading has no end token: the scanner
    // cannot tell "2." of an item from "2." of a heading before it has read on.
    _open_list: $ => $._list_items,

    _list_items: $ => repeat1($.list_item),

    list_item: $ => marked($, field('marker',
      choice($.ordinal_marker, $.letter_marker, $.bullet_marker))),

    table: $ => seq(
      choice($.row, alias($._first_row, $.row)),
      repeat($.row),
      $._table_end,
    ),
    row: $ => seq(alias($._row_cell, $.cell), optional($._cells)),
    _first_row: $ => $._cells,
    _cells: $ => repeat1($.cell),
    _row_cell: $ =>
      cell($, $._row_line, $._row_text, $._row_label, $._row_start),
    cell: $ =>
      cell($, $._cell_line, $._cell_text, $._cell_label, $._cell_start),

    pipe_table: $ => seq(
      repeat1(choice($.pipe_row, $.pipe_delimiter_row)),
      $._pipe_table_end,
    ),
    pipe_row: $ => seq(
      alias($._pipe_start, $.pipe),
      optional($.pipe_cell),
      repeat(seq($.pipe, optional($.pipe_cell))),
      choice(alias($._last_pipe, $.pipe), $._eol, $.comment),
    ),
    pipe_cell: $ => repeat1($._inline),

    quote: $ => marked($, $.quote_marker),

    footnote_definition: $ => marked($, field('label', $.footnote_label)),

    _line_end: $ => choice(alias($._last_text, $.text), $._eol, $.comment),

    _inline: $ => choice(
      $.text,
      $.tab,
      $.footnote_reference,
      $.footnote,
      $.enumerator,
      $.code_span,
      $.url,
      $.link_destination,
    ),

    footnote: $ => seq(
      field('label', $.footnote_open),
      repeat(choice(
        $.text,
        $.tab,
        $.footnote_reference,
        $.enumerator,
        $.code_span,
        $.url,
        $.link_destination,
      )),
      choice($._footnote_close, $._footnote_end),
    ),

    comment: $ => seq(
      field('author', $.comment_author),
      choice(field('text', $.comment_text), $._eol),
    ),
  },
});
