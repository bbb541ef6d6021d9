#!/usr/bin/env bash
# Applies sharding plans with XLA: Tests/verify-sharding.sh .build/release/rhumb
#
# Searches plans for programs that the tests keep, compiles each with JAX for virtual CPU devices, runs
# it, and compares its numbers with one device and its collectives with the prediction. Then does the
# same to a sharding that XLA is known to compile wrongly, which has to show as a mismatch. Writes a
# table to standard output and ends with 1 unless all is as it should be: numbers always equal, and
# collectives equal for the plans that say so (XLA moves some constrained tensors other ways than the
# prediction; two such plans are shown). Needs Python 3.11 or later;
# JAX comes from PyPI into .build/jax.
set -euo pipefail
cd "$(dirname "$0")/.."
rhumb=${1:?usage: Tests/verify-sharding.sh RHUMB}
jax_version=0.10.2
environment=.build/jax
work=.build/sharding
programs=Tests/TensorProgramsTests/Fixtures

if ! "$environment/bin/python" -c "import jax; assert jax.__version__ == '$jax_version'" 2> /dev/null; then
  python=
  for candidate in python3 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; assert sys.version_info >= (3, 11)' 2> /dev/null; then
      python=$candidate
      break
    fi
  done
  if [ -z "$python" ]; then
    echo "JAX $jax_version needs Python 3.11 or later" >&2
    exit 1
  fi
  rm -rf "$environment"
  "$python" -m venv "$environment"
  "$environment/bin/pip" install --quiet --disable-pip-version-check "jax==$jax_version"
fi
mkdir -p "$work"
failures=0

# Prints a row about the sharded program $3: its numbers and its collectives.
verify() {
  local name=$1 original=$2 sharded=$3 expected=$4 numbers=equal collectives=equal found
  local difference='largest relative difference '
  local status=0
  rm -f "$work/compiled.txt"
  found=$("$environment/bin/python" Examples/verify_sharding.py "$original" "$sharded" "$work/compiled.txt") \
    || status=$?
  case $status in
    0) ;;
    3) numbers=different ;;
    *) exit 1 ;;
  esac
  "$rhumb" shard "$sharded" --compiled "$work/compiled.txt" --format json > "$work/comparison.json"
  grep -q '"collectives_match" : true' "$work/comparison.json" || collectives=different
  echo "| $name | $numbers (${found##*"$difference"}) | $collectives |"
  if [ "$numbers $collectives" != "$expected" ] && [ "$numbers" != "$expected" ]; then
    failures=$((failures + 1))
  fi
}

echo "| program and limits | numbers of one device | predicted and compiled collectives |"
echo "| --- | --- | --- |"
while read -r expected program options; do
  sharded=$work/$program.mlir
  # shellcheck disable=SC2086
  "$rhumb" shard "$programs/$program.stablehlo.mlir" --cluster dgx-h100:1 $options \
    --emit "$sharded" > /dev/null
  verify "$program $options" "$programs/$program.stablehlo.mlir" "$sharded" "${expected/,/ }"
done <<'PLANS'
equal,equal mlp --mesh data=8 --memory-limit 0.002
equal,equal moe --mesh data=8 --memory-limit 0.006
equal,equal gpt --mesh data=8 --memory-limit 0.0103
equal,equal gpt --mesh data=8 --memory-limit 0.015
equal,equal gpt --mesh data=8 --memory-limit 0.02
equal moe --mesh data=8 --memory-limit 0.003
equal gpt --mesh data=8 --memory-limit 0.012
PLANS

strided=Tests/ShardingTests/Fixtures/strided
"$rhumb" shard $strided.stablehlo.mlir --specs ${strided}__spatial8.json --emit "$work/strided.mlir" \
  > /dev/null
verify "strided convolution, rows split (known to be wrong)" $strided.stablehlo.mlir \
  "$work/strided.mlir" different

if [ "$failures" -gt 0 ]; then
  echo "$failures of these are not as they should be" >&2
  exit 1
fi
