((front_matter) @injection.content
  (#set! injection.language "yaml"))

([
  (html_comment)
  (directive)
] @injection.content
  (#set! injection.language "html"))
