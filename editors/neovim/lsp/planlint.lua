return {
  cmd = { 'planlint', 'lsp' },
  filetypes = { 'plan' },
  root_markers = { 'planlint.json', '.git' },
}
