#compdef dtp
# Completes dtp in zsh. What dtp suggests nothing for is completed with file names.
_dtp() {
  local line="${BUFFER#* }"
  local skipped=$(( ${#BUFFER} - ${#line} ))
  local -a found
  found=("${(@f)$(dtp "[suggest:$(( CURSOR - skipped ))]" "$line" 2>/dev/null)}")
  if [[ -n "${found[*]}" ]]; then
    compadd -a found
  else
    _files
  fi
}
if [[ "${funcstack[1]}" == _dtp ]]; then
  _dtp "$@"
else
  compdef _dtp dtp
fi
