# Completes dtp in bash. What dtp suggests nothing for is completed with file names.
_dtp() {
  local line="${COMP_LINE#* }"
  local skipped=$(( ${#COMP_LINE} - ${#line} ))
  local IFS=$'\n'
  COMPREPLY=( $(compgen -W "$(dtp "[suggest:$(( COMP_POINT - skipped ))]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}") )
}
complete -o default -F _dtp dtp
