# corpus.sh - for tests over real documents that are not part of the project;
# to be sourced. Sets $corpus, or ends the test as skipped.

corpus=${PLANLINT_CORPUS:-$PLANLINT_SOURCE_DIR/../shared/corpus}
if [ ! -d "$corpus" ]; then
    echo "skipped: there is no corpus of real documents (set PLANLINT_CORPUS)"
    exit 77
fi
