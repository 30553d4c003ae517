;;; planlint.el --- Plan documents and their checker  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: text, tools

;;; Commentary:

;; A major mode for plan documents (strategic plans, resolutions and their
;; annexes), and three ways to see what planlint finds in them: Eglot,
;; lsp-mode, or Flymake over the command line where there is neither.
;;
;;   (require 'planlint)
;;   (add-hook 'plan-mode-hook #'eglot-ensure)             ; or
;;   (add-hook 'plan-mode-hook #'lsp)                      ; or
;;   (add-hook 'plan-mode-hook #'planlint-flymake-enable)

;;; Code:

(require 'flymake)
(eval-when-compile (require 'subr-x))

(defgroup planlint nil
  "Plan documents and their checker."
  :group 'text)

(defcustom planlint-program "planlint"
  "The program, or its full name where it is not on the path."
  :type 'string)

(defcustom planlint-flymake-arguments nil
  "What `planlint-flymake' adds to the command line, as \"--profile\" \"itu\"."
  :type '(repeat string))

;;;; The mode

(defconst plan--number "[0-9]+\\(?:\\.[0-9a-z]+\\)*\\(?:bis\\|ter\\)?"
  "The number of a section or paragraph.")

(defvar plan-font-lock-keywords
  `(("^#+ .*$" . font-lock-function-name-face)
    (,(concat "^\\(" plan--number "\\)[ ]?\t\\([[:upper:]].*\\)$")
     (1 font-lock-constant-face) (2 font-lock-function-name-face))
    ("^\\(?:ANNEX\\|Annex\\|APPENDIX\\|Appendix\\)\\>.*$"
     . font-lock-function-name-face)
    (,(concat "^" plan--number "\\.?[ \t]") . font-lock-constant-face)
    ("^[ \t]*\\(?:[-*•–]\\|[a-z]+)\\|([a-z]+)\\)[ \t]" . font-lock-builtin-face)
    ("\\[footnoteRef:[0-9]+\\]\\|\\[\\^[^]\n]+\\]" . font-lock-variable-name-face)
    ("^Comment by [^:\n]+:.*$" . font-lock-comment-face)
    ("<!--.*?-->" . font-lock-comment-face)
    ("https?://[^ \t\n<>)]*[^] \t\n<>).,;:]" . 'link))
  "What `plan-mode' colours.")

(defvar plan-imenu-generic-expression
  `((nil "^#+ +\\(.+\\)$" 1)
    (nil ,(concat "^\\(" plan--number "[ ]?\t[[:upper:]].*\\)$") 1)
    (nil "^\\(\\(?:ANNEX\\|Annex\\|APPENDIX\\|Appendix\\)\\>.*\\)$" 1))
  "The sections of a plan.")

;;;###autoload
(define-derived-mode plan-mode text-mode "Plan"
  "Major mode for plan documents."
  (setq-local comment-start "<!-- "
              comment-end " -->"
              word-wrap t
              imenu-generic-expression plan-imenu-generic-expression
              font-lock-defaults '(plan-font-lock-keywords t))
  (when buffer-file-name
    (setq-local compile-command
                (concat planlint-program " --format lines "
                        (shell-quote-argument buffer-file-name)))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.plan\\(?:\\.txt\\)?\\'" . plan-mode))

;;;; The mode with a syntax tree, from Emacs 29 on

(declare-function treesit-ready-p "treesit")
(declare-function treesit-parser-create "treesit.c")
(declare-function treesit-font-lock-rules "treesit")
(declare-function treesit-major-mode-setup "treesit")
(declare-function treesit-node-text "treesit")
(defvar treesit-font-lock-settings)
(defvar treesit-font-lock-feature-list)
(defvar treesit-simple-imenu-settings)
(defvar treesit-defun-type-regexp)

(defconst plan-ts--rules
  '(:language plan :feature comment
    ([(comment) (html_comment)] @font-lock-comment-face
     (directive) @font-lock-preprocessor-face)
    :language plan :feature heading
    ((heading (text) @font-lock-function-name-face)
     (title (text) @font-lock-function-name-face)
     (atx_marker) @font-lock-function-name-face)
    :language plan :feature number
    ([(section_number) (annex_label) (paragraph_number) (toc_label)
      (page_number)] @font-lock-constant-face)
    :language plan :feature list
    ([(ordinal_marker) (letter_marker) (bullet_marker) (enumerator)]
     @font-lock-builtin-face)
    :language plan :feature note
    ([(footnote_reference) (footnote_open) (footnote_label) (cell_label)]
     @font-lock-variable-name-face)
    :language plan :feature link
    ([(url) (link_destination)] @link)
    :language plan :feature raw
    ([(code_span) (fenced_block)] @font-lock-string-face))
  "Arguments of `treesit-font-lock-rules'.")

(defun plan-ts--section-name (node)
  "The heading that NODE is, without its line end."
  (string-trim
   (replace-regexp-in-string "[ \t]+" " " (treesit-node-text node t))))

;;;###autoload
(define-derived-mode plan-ts-mode plan-mode "Plan"
  "Major mode for plan documents, coloured by their syntax tree.
Needs Emacs 29 and the library libtree-sitter-plan."
  (when (and (require 'treesit nil t) (treesit-ready-p 'plan))
    (treesit-parser-create 'plan)
    (setq-local treesit-font-lock-settings
                (apply #'treesit-font-lock-rules plan-ts--rules)
                treesit-font-lock-feature-list
                '((comment heading) (number list note) (link raw))
                treesit-simple-imenu-settings
                '((nil "\\`heading\\'" nil plan-ts--section-name))
                treesit-defun-type-regexp "\\`section\\'")
    (treesit-major-mode-setup)))

;;;; Eglot

(defvar eglot-server-programs)

(defun planlint-server-command (&rest _)
  "The command that starts the language server."
  (list planlint-program "lsp"))

(put 'plan-ts-mode 'eglot-language-id "plan")

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((plan-mode plan-ts-mode) . planlint-server-command)))

;;;; lsp-mode

(defvar lsp-language-id-configuration)
(declare-function lsp-register-client "ext:lsp-mode")
(declare-function lsp-stdio-connection "ext:lsp-mode")
(declare-function make-lsp-client "ext:lsp-mode")

(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(plan-mode . "plan"))
  (add-to-list 'lsp-language-id-configuration '(plan-ts-mode . "plan"))
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection #'planlint-server-command)
    :major-modes '(plan-mode plan-ts-mode)
    ;; lsp-mode counts characters where the protocol counts UTF-16 units.
    :initialization-options '(:positionEncoding "utf-32")
    :server-id 'planlint)))

;;;; Flymake over the command line

(defvar-local planlint--process nil
  "The run of planlint whose report is awaited.")

(defun planlint--position (place)
  "The buffer position of PLACE, an object with a line and a column."
  (save-excursion
    (goto-char (point-min))
    (forward-line (1- (gethash "line" place)))
    (min (+ (point) (1- (gethash "column" place))) (line-end-position))))

(defun planlint--diagnostic (finding)
  "What Flymake shows of FINDING, which is in the current buffer."
  (let ((range (gethash "range" finding)))
    (flymake-make-diagnostic
     (current-buffer)
     (planlint--position (gethash "start" range))
     (planlint--position (gethash "end" range))
     (pcase (gethash "severity" finding)
       ("error" :error)
       ("warning" :warning)
       (_ :note))
     (format "%s [%s]" (gethash "message" finding) (gethash "rule" finding)))))

(defun planlint--diagnostics (output)
  "The findings in the buffer OUTPUT; it holds a report in the form json."
  (let ((report (with-current-buffer output
                  (goto-char (point-min))
                  (json-parse-buffer))))
    (mapcar #'planlint--diagnostic (gethash "findings" report))))

(defun planlint--report (process source report)
  "Give the findings of PROCESS in SOURCE to REPORT, if it is still the last."
  (unwind-protect
      (with-current-buffer source
        (when (eq process planlint--process)
          (if (<= (process-exit-status process) 1)
              (funcall report (planlint--diagnostics (process-buffer process)))
            (funcall report :panic :explanation
                     (with-current-buffer (process-buffer process)
                       (buffer-string))))))
    (kill-buffer (process-buffer process))))

(defvar-local planlint--word nil
  "The Word file that this buffer shows and its state, a list.")

(defun planlint--command ()
  "The command that reports on the current buffer, or on its Word file."
  `(,planlint-program "--format" "json" ,@planlint-flymake-arguments
                      ,@(pcase planlint--word
                          (`(,file ,view) (list "--view" view file))
                          (_ (list "--stdin-filename"
                                   (or buffer-file-name
                                       (concat (buffer-name) ".plan"))
                                   "-")))))

(defun planlint--send-buffer ()
  "Give the text of the current buffer to the run of planlint."
  (ignore-errors ; it may have ended by then: the report says why
    (save-restriction
      (widen)
      (process-send-region planlint--process (point-min) (point-max)))
    (process-send-eof planlint--process)))

(defun planlint-flymake (report &rest _)
  "Run planlint on the current buffer and give what it finds to REPORT."
  (unless (executable-find planlint-program)
    (error "There is no program %s" planlint-program))
  (when (process-live-p planlint--process)
    (kill-process planlint--process))
  (let ((source (current-buffer))
        (coding-system-for-read 'utf-8)
        (coding-system-for-write 'utf-8-unix))
    (setq planlint--process
          (make-process
           :name "planlint" :noquery t :connection-type 'pipe
           :buffer (generate-new-buffer " *planlint*")
           :command (planlint--command)
           :sentinel (lambda (process _event)
                       (unless (process-live-p process)
                         (if (buffer-live-p source)
                             (planlint--report process source report)
                           (kill-buffer (process-buffer process)))))))
    (unless planlint--word
      (planlint--send-buffer))))

;;;###autoload
(defun planlint-flymake-enable ()
  "Let Flymake show what planlint finds in this buffer, without a server."
  (interactive)
  (add-hook 'flymake-diagnostic-functions #'planlint-flymake nil t)
  (flymake-mode 1))

;;;; Word files

(defun planlint--read-word (&rest _)
  "Read the Word file of the current buffer, again if need be."
  (pcase-let* ((`(,file ,view) planlint--word)
               (place (point))
               (inhibit-read-only t)
               (coding-system-for-read 'utf-8-unix))
    (erase-buffer)
    (unless (eq 0 (call-process planlint-program nil t nil
                                "text" "--view" view file))
      (error "%s" (string-trim (buffer-string))))
    (goto-char (min place (point-max)))
    (set-buffer-modified-p nil)))

(defun planlint--revert-word (&rest _)
  "Read the Word file of the current buffer again and check it."
  (planlint--read-word)
  (flymake-start))

;;;###autoload
(defun planlint-show-word-file (file &optional original)
  "Show the text of the Word FILE, with what planlint finds in it.
With a prefix argument, or ORIGINAL, as it was before its tracked
changes.  The buffer is read-only; \\[revert-buffer] reads the file again."
  (interactive "fWord file: \nP")
  (let* ((view (if original "original" "final"))
         (name (file-name-nondirectory file))
         (buffer (get-buffer-create (format "*%s %s*" name view))))
    (with-current-buffer buffer
      (plan-mode)
      (setq planlint--word (list (expand-file-name file) view)
            default-directory (file-name-directory (expand-file-name file))
            revert-buffer-function #'planlint--revert-word
            buffer-read-only t)
      (planlint--read-word)
      (planlint-flymake-enable))
    (pop-to-buffer buffer)))

(provide 'planlint)
;;; planlint.el ends here
