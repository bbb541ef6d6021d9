#!/usr/bin/env bash
# Counts the instructions of fixed searches, which do not depend on how busy the machine is, and
# compares them with Tests/instructions.txt. One processor, so that the count repeats.
#
#   Tests/instructions.sh .build/release/rhumb            compares
#   RECORD=1 Tests/instructions.sh .build/release/rhumb   writes the file anew
set -euo pipefail
cd "$(dirname "$0")/.."
rhumb=${1:?the rhumb command}
record=Tests/instructions.txt
# Another C library or compiler takes a few per cent more or less.
tolerance=15

if ! command -v valgrind > /dev/null || ! command -v taskset > /dev/null; then
  echo "instructions: not counted, valgrind or taskset is missing"
  exit 0
fi

if [ ! -e "$record" ] && [ "${RECORD:-}" != 1 ]; then
  echo "instructions: nothing to compare with, $record is missing"
  exit 0
fi

count() {
  taskset -c 0 valgrind --tool=callgrind --callgrind-out-file=/dev/null "$rhumb" plan "$@" \
    --search uniform --format json 2>&1 > /dev/null | awk '/Collected :/ { print $4 }'
}

{
  echo "gpt-3-175b on dgx-a100:16: $(count --model gpt-3-175b --cluster dgx-a100:16 \
    --global-batch-size 512 --sequence-length 2048)"
  echo "llama-2-7b on dgx-a100:2: $(count --model llama-2-7b --cluster dgx-a100:2 \
    --global-batch-size 128 --sequence-length 4096)"
} > .build/instructions.txt

if [ "${RECORD:-}" = 1 ]; then
  cp .build/instructions.txt "$record"
  cat "$record"
  exit 0
fi

awk -F ': ' -v tolerance="$tolerance" '
  NR == FNR { known[$1] = $2; next }
  !($1 in known) || $2 == "" { print $1 ": no figure to compare with"; failed = 1; next }
  {
    change = 100 * ($2 / known[$1] - 1)
    printf "instructions: %s: %.0f million, %+.1f %%\n", $1, $2 / 1e6, change
    if (change > tolerance) { print "more than " tolerance " % above " known[$1]; failed = 1 }
  }
  END { exit failed }' "$record" .build/instructions.txt
