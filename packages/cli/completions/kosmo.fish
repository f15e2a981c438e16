# Completes kosmo in fish. Save it once: kosmo completion fish > ~/.config/fish/completions/kosmo.fish
function __kosmo_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in (command kosmo __complete fish -- $words[2..-1] "$current" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c kosmo -f -k -a '(__kosmo_complete)'
