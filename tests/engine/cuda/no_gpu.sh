#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# no_gpu.sh PROGRAM FOLDER: asked for a GPU where there is none, `check` and `bench` say so in one sentence and exit with 1.
set -euo pipefail
program=$1 folder=$2
if [ -e /dev/nvidia0 ]; then echo "skipped: there is a GPU"; exit 77; fi
for command in "check --model $folder --cases $folder --images $folder" "bench --model $folder"; do
  code=0; said=$(env -u OPENBLAS_CORETYPE "$program" $command --device cuda 2>&1) || code=$?
  echo "$said"
  [ $code = 1 ] && [ "$(wc -l <<< "$said")" = 1 ] && grep -q 'no GPU' <<< "$said" || { echo "exit code $code"; exit 1; }
done
