#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# linked.sh BUILD: was the engine compiled and linked for CUDA into BUILD, by nvcc and against the CUDA libtorch alone?
# BUILD.outcome says how that went: "linked", "skipped REASON", or what stopped it. Without it nobody tried: skipped, except in
# installer/test, which always tries.
set -euo pipefail
build=$1 program=$1/bin/recto-engine faults=0
outcome=$(cat "$build.outcome" 2> /dev/null || true)
case $outcome in
  linked) ;;
  skipped*) echo "$outcome"; exit 77 ;;
  "") [ -z "${RECTO_TEST:-}" ] || { echo "there is no $build.outcome: installer/test did not come that far"; exit 1; }
      echo "skipped: not built for CUDA in this tree; installer/debian13 installer/cuda does"; exit 77 ;;
  *) echo "$outcome"; exit 1 ;;
esac

expect() { # SENTENCE COMMAND…
  if "${@:2}" > /dev/null; then echo "yes: $1"; else echo "NO:  $1"; faults=1; fi
}
torch=$(sed -n 's/^CMAKE_PREFIX_PATH:[A-Z]*=//p' "$build/CMakeCache.txt")
cuobjdump=$(dirname "$torch")/nvidia/cu13/bin/cuobjdump
needed=$(readelf -dW "$program" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
libraries=$(ldd "$program" || true)
undefined=$(nm -CuD "$program"; nm -Cu "$program")
machine_code=$("$cuobjdump" --list-elf "$program"; "$cuobjdump" --list-ptx "$program")
found_elsewhere() { grep -E '^\s*lib(torch|c10)' <<< "$libraries" | grep -vF "=> $torch/"; }
ours_undefined() { grep -E ' (base|kernels|image|tokenizer|weights|model|runtime|cli)::' <<< "$undefined"; }
without() { ! "$@"; }

expect "libtorch_cuda, libc10_cuda and the CUDA runtime are needed" \
  bash -c 'for l in libtorch_cuda.so libc10_cuda.so libcudart.so; do grep -qF "$l" <<< "$1" || exit 1; done' . "$needed"
expect "every libtorch library is the wheel's, none the distribution's" without found_elsewhere
expect "nothing of ours is left undefined" without ours_undefined
expect "kernels for compute capability 8.0 are inside" grep -q 'sm_80\.cubin' <<< "$machine_code"
expect "kernels for compute capability 9.0 are inside" grep -q 'sm_90a\.cubin' <<< "$machine_code"
expect "PTX for later ones is inside" grep -q 'sm_90\.ptx' <<< "$machine_code"
symbols=$(nm -C "$program")
for kernel in 'normaliseRowsOnDevice' 'runPagedAttentionOnDevice' 'freeDeviceBytes'; do
  expect "kernels::$kernel is defined" grep -q " [Tt] kernels::$kernel" <<< "$symbols"
done
[ $faults = 0 ] || { printf '%s\n' "$libraries" "$machine_code"; exit 1; }
