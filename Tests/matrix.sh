#!/usr/bin/env bash
# Plans every shipped model on every shipped cluster.
#
#   Tests/matrix.sh [path of rhumb]
#
# A pair passes when `rhumb plan` ends with a plan (exit 0), or with the reasons why none fits
# (exit 2), and writes nothing to standard error. One line per pair: the verdict, the seconds of
# processor time, and the best strategy or what comes nearest. The last line counts.
set -uo pipefail
cd "$(dirname "$0")/.."

# Samples per step and tokens per sample. The length is what the model was trained with, at most
# 4096; models of images ignore it. Every other model: 256 samples of 4096 tokens.
job() {
  case $1 in
    gpt2-*) echo 256 1024 ;;
    gpt-* | megatron-*) echo 256 2048 ;;
    bert-* | t5-*) echo 256 512 ;;
    gnmt-*) echo 1024 50 ;;
    clip-* | resnet-* | unet | vgg-* | vit-*) echo 1024 1 ;;
    *) echo 256 4096 ;;
  esac
}

# Plans one pair and prints its line.
pair() {
  local model=$1 cluster=$2 batch length output status seconds TIMEFORMAT=%U verdict detail
  read -r batch length <<<"$(job "$model")"
  output=$(mktemp -d)
  seconds=$( { time timeout 120 "$rhumb" plan --model "$model" --cluster "$cluster" --top 1 \
    --global-batch-size "$batch" --sequence-length "$length" \
    >"$output/out" 2>"$output/err"; echo $? >"$output/status"; } 2>&1)
  status=$(<"$output/status")
  verdict=FAILED
  if [[ -s $output/err ]]; then
    detail="exit $status: $(head -1 "$output/err")"
  elif [[ $status == 0 ]] && detail=$(grep -m 1 '^  1  ' "$output/out"); then
    verdict=plan
    detail=$(tr -s ' ' <<<"$detail")
  elif [[ $status == 2 ]] && grep -q '^No plan fits' "$output/out"; then
    verdict=infeasible
    detail=$(sed -n '/^No plan fits/,/^$/p' "$output/out" | sed 1d | tr -s ' \n' ' ')
  else
    detail="exit $status"
  fi
  printf '%-10s %6s s  %-16s %-18s %s\n' "$verdict" "$seconds" "$model" "$cluster" "${detail# }"
  rm -r "$output"
}

if [[ ${1-} == --pair ]]; then
  rhumb=$2
  pair "$3" "$4"
  exit
fi

rhumb=${1:-.build/release/rhumb}
if [[ ! -x $rhumb ]]; then
  echo "$rhumb: no such program; build it with: swift build -c release" >&2
  exit 1
fi
for model in Models/*.yaml; do
  for cluster in Clusters/*.yaml; do
    echo "$(basename "$model" .yaml) $(basename "$cluster" .yaml)"
  done
done | xargs -P "$(nproc)" -L 1 "$0" --pair "$rhumb" | {
  passed=0
  failed=0
  while IFS= read -r line; do
    echo "$line"
    if [[ $line == FAILED* ]]; then failed=$((failed + 1)); else passed=$((passed + 1)); fi
  done
  echo "$passed passed, $failed failed"
  [[ $failed == 0 && $passed != 0 ]]
}
