;;; lsp-mode-driver.el --- drives lsp-mode on harbour.plan; run by lsp-mode.sh  -*- lexical-binding: t; -*-

(require 'lsp-mode)

(defun driver-restore ()
  "Back to the text that was opened."
  (erase-buffer)
  (insert driver-original))

(defun driver-found ()
  "The words under each diagnostic."
  (mapcar (lambda (it)
            (pcase-let ((`(,from . ,to) (lsp--range-to-region
                                         (lsp:diagnostic-range it))))
              (buffer-substring-no-properties from to)))
          (lsp--get-buffer-diagnostics)))

(defun driver-run ()
  "Everything, in the current buffer."
  (driver-try "connection"
    (driver-wait #'lsp-workspaces "the server")
    (driver-equal lsp-mode t))
  (driver-try "diagnostics"
    (driver-wait (lambda () (= 2 (length (driver-found)))) "two findings")
    (driver-equal (sort (driver-found) #'string<) '("9" "the the")))
  (driver-try "definition"
    (driver-go-to "paragraph 2" 10)
    (lsp-find-definition)
    (driver-equal (looking-at-p "2 The Assembly") t))
  (driver-try "hover"
    (driver-go-to "paragraph 2" 10)
    (let ((said (lsp-request "textDocument/hover"
                             (lsp--text-document-position-params))))
      (unless (string-match-p "The Assembly of Members meets" (format "%S" said))
        (error "It says %S" said))))
  (driver-try "rename"
    (driver-go-to "PAG meets")
    (lsp-rename "PAB")
    (driver-equal (buffer-string) (driver-replaced "PAG" "PAB"))
    (driver-restore))
  (driver-try "quick fix"
    (driver-wait (lambda () (= 2 (length (driver-found)))) "two findings")
    (driver-go-to "the the")
    (lsp-execute-code-action
     (or (cl-find "delete the second" (lsp-code-actions-at-point)
                  :key #'lsp:code-action-title :test #'equal)
         (error "The fix is not offered")))
    (driver-equal (buffer-string)
                  (string-replace "the the" "the" driver-original))
    (driver-wait (lambda () (equal (driver-found) '("9"))) "one finding")
    (driver-restore))
  (driver-try "document symbols"
    (let ((all (format "%S" (lsp--get-document-symbols))))
      (unless (string-search "Strategic goals" all)
        (error "Only %s" all))))
  (driver-try "stop"
    (lsp-workspace-shutdown (car (lsp-workspaces)))))

(defun driver-run-lsp ()
  "Start lsp-mode without a question, then everything."
  (let ((lsp-auto-guess-root t)
        (lsp-enable-file-watchers nil)
        (lsp-restart 'ignore))
    (lsp-workspace-folders-add default-directory)
    (driver-start #'driver-run)))
