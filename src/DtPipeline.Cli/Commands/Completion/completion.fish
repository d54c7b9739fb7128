# Completes dtp in fish, beside file names.
function __dtp_suggest
    set -l line (commandline -cp | string replace -r '^\s*\S+\s?' '')
    dtp "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete -c dtp -a '(__dtp_suggest)'
