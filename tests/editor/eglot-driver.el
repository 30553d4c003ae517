;;; eglot-driver.el --- drives Eglot on harbour.plan; run by eglot.sh  -*- lexical-binding: t; -*-

(require 'eglot)
(require 'imenu)
(require 'xref)

(defun driver-restore ()
  "Back to the text that was opened; the server hears of it as of any edit."
  (erase-buffer)
  (insert driver-original)
  (eglot--signal-textDocument/didChange))

(defun driver-found ()
  "The words under each diagnostic."
  (flymake-start)
  (mapcar (lambda (it)
            (buffer-substring-no-properties (flymake-diagnostic-beg it)
                                            (flymake-diagnostic-end it)))
          (flymake-diagnostics)))

(defun driver-set-rule (severity)
  "Let Eglot tell the server the SEVERITY of PL701."
  (setq-default eglot-workspace-configuration
                `(:planlint (:rules (:PL701 ,severity))))
  (eglot-signal-didChangeConfiguration (eglot-current-server)))

(defun driver-run ()
  "Everything, in the current buffer."
  (driver-try "connection"
    (run-hooks 'post-command-hook)
    (driver-wait #'eglot-current-server "the server")
    (driver-equal major-mode 'plan-mode)
    (driver-equal (eglot-managed-p) t))
  (driver-try "diagnostics"
    (driver-wait (lambda () (= 2 (length (driver-found)))) "two findings")
    (driver-equal (sort (driver-found) #'string<) '("9" "the the")))
  (driver-try "definition"
    (driver-go-to "paragraph 2" 10)
    (xref-find-definitions "LSP identifier at point.")
    (driver-equal (looking-at-p "2 The Assembly") t))
  (driver-try "references"
    (driver-go-to "PAG meets")
    (let ((found (xref-backend-references
                  'eglot (xref-backend-identifier-at-point 'eglot))))
      (driver-equal (length found) 4)))
  (driver-try "hover"
    (driver-go-to "paragraph 2" 10)
    (let ((said (jsonrpc-request (eglot-current-server) :textDocument/hover
                                 (eglot--TextDocumentPositionParams))))
      (unless (string-match-p "The Assembly of Members meets" (format "%S" said))
        (error "It says %S" said))))
  (driver-try "rename"
    (driver-go-to "PAG meets")
    (eglot-rename "PAB")
    (driver-equal (buffer-string) (driver-replaced "PAG" "PAB"))
    (driver-restore))
  (driver-try "quick fix"
    (driver-wait (lambda () (= 2 (length (driver-found)))) "two findings")
    (driver-go-to "the the")
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_ items &rest _)
                 (or (cl-find "delete the second" (mapcar #'car items)
                              :test #'equal)
                     (error "Only %S are offered" (mapcar #'car items)))))
              (last-nonmenu-event t))
      (eglot-code-actions (point) (+ 7 (point)) nil t))
    (driver-equal (buffer-string)
                  (string-replace "the the" "the" driver-original))
    (eglot--signal-textDocument/didChange)
    (driver-wait (lambda () (equal (driver-found) '("9"))) "one finding")
    (driver-restore))
  (driver-try "document symbols"
    (let ((all (format "%S" (funcall imenu-create-index-function))))
      (dolist (name '("Overview" "Strategic goals" "Services"))
        (unless (string-search name all)
          (error "No %s in %s" name all)))))
  (driver-try "completion"
    (goto-char (point-max))
    (insert "8 See paragraph ")
    (eglot--signal-textDocument/didChange)
    (let ((table (nth 2 (eglot-completion-at-point))))
      (unless (all-completions "" table)
        (error "Nothing is offered")))
    (driver-restore))
  (driver-try "formatting"
    (goto-char (point-max))
    (forward-line -1)
    (end-of-line)
    (insert "  ")
    (eglot--signal-textDocument/didChange)
    (eglot-format-buffer)
    (driver-equal (buffer-string) driver-original))
  (driver-try "settings"
    (driver-wait (lambda () (= 2 (length (driver-found)))) "two findings")
    (driver-set-rule "off")
    (driver-wait (lambda () (equal (driver-found) '("9"))) "one finding")
    (driver-set-rule "warning")
    (driver-wait (lambda () (= 2 (length (driver-found)))) "both again"))
  (driver-try "a planlint.json that comes"
    (write-region "{\"rules\": {\"PL201\": \"off\"}}" nil "planlint.json")
    (driver-wait (lambda ()
                   (read-event nil nil 0.05) ; file events are input to Emacs
                   (equal (driver-found) '("the the")))
                 "one finding"))
  (driver-try "stop"
    (eglot-shutdown (eglot-current-server) nil 5)))

(let ((eglot-confirm-server-initiated-edits nil))
  (driver-start #'driver-run))
