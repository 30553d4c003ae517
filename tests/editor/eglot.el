;;; eglot.el --- drives Eglot on harbour.plan; run by eglot.sh  -*- lexical-binding: t; -*-

(require 'cl-lib)
(require 'eglot)
(require 'imenu)
(require 'xref)

(defvar driver-results nil)
(defvar driver-original nil)

(defun driver-wait (condition what)
  "Wait until CONDITION, a function, gives true; WHAT it is for the report."
  (with-timeout (15 (error "Waited in vain for %s" what))
    (while (not (funcall condition))
      (accept-process-output nil 0.05))))

(defun driver-restore ()
  "Back to the text that was opened; the server hears of it as of any edit."
  (erase-buffer)
  (insert driver-original)
  (eglot--signal-textDocument/didChange))

(defun driver-go-to (words &optional offset)
  "Put point on the first WORDS, OFFSET characters into them."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (+ (match-beginning 0) (or offset 0))))

(defun driver-equal (got wanted)
  "Complain unless GOT is WANTED."
  (unless (equal got wanted)
    (error "Got %S instead of %S" got wanted)))

(defun driver-replaced (from to)
  "The text that was opened with each word FROM turned into TO."
  (let ((case-fold-search nil))
    (replace-regexp-in-string (concat "\\_<" from "\\_>") to driver-original t)))

(defun driver-found ()
  "The words under each diagnostic."
  (flymake-start)
  (mapcar (lambda (it)
            (buffer-substring-no-properties (flymake-diagnostic-beg it)
                                            (flymake-diagnostic-end it)))
          (flymake-diagnostics)))

(defmacro driver-try (name &rest body)
  "Note under NAME whether BODY ran without an error."
  (declare (indent 1))
  `(push (condition-case why
             (progn ,@body (concat "ok " ,name))
           (error (format "not ok %s: %s" ,name (error-message-string why))))
         driver-results))

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
  (driver-try "stop"
    (eglot-shutdown (eglot-current-server) nil 5)))

(let ((inhibit-message t)
      (confirm-kill-processes nil)
      (eglot-confirm-server-initiated-edits nil))
  (find-file "harbour.plan")
  (setq driver-original (buffer-string))
  (driver-run)
  (set-buffer-modified-p nil)
  (let ((coding-system-for-write 'utf-8))
    (write-region (concat (string-join (reverse driver-results) "\n") "\ndone\n")
                  nil (getenv "PLANLINT_RESULTS"))))
