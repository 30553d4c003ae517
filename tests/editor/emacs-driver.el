;;; emacs-driver.el --- what the drivers of Emacs clients share  -*- lexical-binding: t; -*-

(require 'cl-lib)

(defvar driver-results nil)
(defvar driver-original nil)

(defun driver-wait (condition what)
  "Wait until CONDITION, a function, gives true; WHAT it is for the report."
  (with-timeout (30 (error "Waited in vain for %s" what))
    (while (not (funcall condition))
      (accept-process-output nil 0.05))))

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

(defmacro driver-try (name &rest body)
  "Note under NAME whether BODY ran without an error."
  (declare (indent 1))
  `(push (condition-case why
             (progn ,@body (concat "ok " ,name))
           (error (format "not ok %s: %s" ,name (error-message-string why))))
         driver-results))

(defun driver-write-results ()
  "Write what `driver-try' noted to where the test reads it."
  (let ((coding-system-for-write 'utf-8))
    (write-region (concat (string-join (reverse driver-results) "\n") "\ndone\n")
                  nil (getenv "PLANLINT_RESULTS"))))

(defun driver-start (run)
  "Open the plan and call RUN in its buffer."
  (let ((inhibit-message t)
        (confirm-kill-processes nil))
    (find-file "harbour.plan")
    (setq driver-original (buffer-string))
    (funcall run)
    (set-buffer-modified-p nil)
    (driver-write-results)))

(provide 'emacs-driver)
