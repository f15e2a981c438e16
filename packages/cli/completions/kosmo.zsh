#compdef kosmo
# Completes kosmo in zsh. Add to ~/.zshrc, below compinit: source <(kosmo completion zsh)
_kosmo() {
  local line
  local -a found
  local files=
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      files=yes
    else
      found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    fi
  done < <(command kosmo __complete zsh -- "${(@)words[2,CURRENT]}" 2>/dev/null)
  (( ${#found} )) && _describe -V kosmo found
  [[ -n $files ]] && _files
}
if [[ ${funcstack[1]} == _kosmo ]]; then
  _kosmo
else
  compdef _kosmo kosmo
fi
