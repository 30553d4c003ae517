;;; planlint-test.el --- Tests of planlint.el  -*- lexical-binding: t; -*-

;;; Commentary:

;; emacs -Q --batch -L . -l planlint-test.el -f ert-run-tests-batch-and-exit

;;; Code:

(require 'ert)
(require 'imenu)
(require 'planlint)

(defconst planlint-test--plan
  "Plan of the Harbour Union
1 \tOverview
1 The Union \N{SHIP}\N{SHIP} serves the the ports.
2 It reports to the Council[footnoteRef:1]. [1: Once a year.]
<!-- planlint-disable-next-line PL701 -- a quotation -->
2 \tGoals
3 The goals are:
a) safe harbours;
b) clean harbours.
"
  "A plan with one slip, after characters that UTF-16 writes in two units.")

(defmacro planlint-test--with-plan (mode &rest body)
  "Run BODY in a buffer with a plan in MODE."
  (declare (indent 1) (debug t))
  `(with-temp-buffer
     (insert planlint-test--plan)
     (,mode)
     ,@body))

(defun planlint-test--face-of (words)
  "The face of the first character of WORDS, after fontification."
  (font-lock-ensure)
  (goto-char (point-min))
  (search-forward words)
  (get-text-property (match-beginning 0) 'face))

(ert-deftest planlint-files-are-plans ()
  (dolist (name '("a.plan" "a.plan.txt"))
    (should (eq 'plan-mode (assoc-default name auto-mode-alist 'string-match))))
  (should-not
   (eq 'plan-mode (assoc-default "plan.txt" auto-mode-alist 'string-match))))

(ert-deftest planlint-mode-colours ()
  (planlint-test--with-plan plan-mode
    (should (eq 'font-lock-constant-face
                (planlint-test--face-of "1 The Union")))
    (should (eq 'font-lock-function-name-face
                (planlint-test--face-of "Overview")))
    (should (eq 'font-lock-builtin-face (planlint-test--face-of "a) safe")))
    (should (eq 'font-lock-variable-name-face
                (planlint-test--face-of "[footnoteRef")))
    (should (eq 'font-lock-comment-face (planlint-test--face-of "<!--")))
    (should-not (planlint-test--face-of "serves"))))

(ert-deftest planlint-mode-knows-sections ()
  (planlint-test--with-plan plan-mode
    (let ((names (mapcar #'car (imenu--make-index-alist t))))
      (should (member "1 \tOverview" names))
      (should (member "2 \tGoals" names))
      (should-not (cl-some (lambda (it) (string-search "serves" it)) names)))))

(ert-deftest planlint-mode-comments ()
  (planlint-test--with-plan plan-mode
    (goto-char (point-min))
    (comment-region (point) (line-end-position))
    (should (looking-at-p "<!-- Plan of the Harbour Union -->$"))))

(defun planlint-test--flymake ()
  "What Flymake's backend reports of the current buffer."
  (let ((reported 'nothing))
    (planlint-flymake (lambda (&rest report) (setq reported report)))
    (with-timeout (20 (ert-fail "planlint did not report"))
      (while (eq reported 'nothing)
        (accept-process-output planlint--process 0.1)))
    reported))

(ert-deftest planlint-flymake-reports ()
  (skip-unless (executable-find planlint-program))
  (planlint-test--with-plan plan-mode
    (let* ((diagnostics (car (planlint-test--flymake)))
           (it (car diagnostics)))
      (should (string-search "[PL701]" (flymake-diagnostic-text it)))
      (should (eq :warning (flymake-diagnostic-type it)))
      (should (equal "the the" (buffer-substring
                                (flymake-diagnostic-beg it)
                                (flymake-diagnostic-end it)))))))

(ert-deftest planlint-flymake-says-what-is-wrong ()
  (skip-unless (executable-find planlint-program))
  (planlint-test--with-plan plan-mode
    (let* ((planlint-flymake-arguments '("--no-such-option"))
           (report (planlint-test--flymake)))
      (should (eq :panic (car report)))
      (should (string-search "no-such-option"
                             (plist-get (cdr report) :explanation))))))

(ert-deftest planlint-flymake-misses-the-program ()
  (planlint-test--with-plan plan-mode
    (let ((planlint-program "no-such-planlint"))
      (should-error (planlint-flymake #'ignore)))))

;; The test of the folder says which program makes a Word file.
(defun planlint-test--make-word-file (file &rest paragraphs)
  "Write a Word FILE of PARAGRAPHS."
  (should (eq 0 (apply #'call-process (getenv "MAKE_WORD_FILE") nil nil nil
                       file paragraphs))))

(defun planlint-test--words-found ()
  "What the findings of the current buffer are about."
  (mapcar (lambda (it) (buffer-substring (flymake-diagnostic-beg it)
                                         (flymake-diagnostic-end it)))
          (car (planlint-test--flymake))))

(ert-deftest planlint-word-files-are-shown ()
  (skip-unless (and (executable-find planlint-program)
                    (getenv "MAKE_WORD_FILE")))
  (let* ((folder (make-temp-file "planlint" t))
         (file (expand-file-name "a plan.docx" folder)))
    (unwind-protect
        (save-window-excursion
          (planlint-test--make-word-file file "# Ports" "1 It is the the port.")
          (planlint-show-word-file file)
          (should (equal "# Ports\n\n1 It is the the port.\n" (buffer-string)))
          (should (equal '("the the") (planlint-test--words-found)))
          (should-error (insert "x") :type 'buffer-read-only)
          (planlint-test--make-word-file file "1 It was was the port.")
          (revert-buffer)
          (should (equal '("was was") (planlint-test--words-found)))
          (kill-buffer)
          (should-error (planlint-show-word-file
                         (expand-file-name "none.docx" folder))))
      (delete-directory folder t))))

(defun planlint-test--has-parser ()
  "Whether this Emacs can read plans with tree-sitter."
  (and (require 'treesit nil t) (treesit-ready-p 'plan t)))

(ert-deftest planlint-ts-mode-colours ()
  (skip-unless (planlint-test--has-parser))
  (planlint-test--with-plan plan-ts-mode
    (should (eq 'font-lock-constant-face
                (planlint-test--face-of "1 The Union")))
    (should (eq 'font-lock-function-name-face
                (planlint-test--face-of "Overview")))
    (should (eq 'font-lock-builtin-face (planlint-test--face-of "a) safe")))
    (should (eq 'font-lock-preprocessor-face (planlint-test--face-of "<!--")))
    (let ((names (mapcar #'car (imenu--make-index-alist t))))
      (should (member "1 Overview" names)))))

(provide 'planlint-test)
;;; planlint-test.el ends here
