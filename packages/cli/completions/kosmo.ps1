# Completes kosmo in PowerShell. Add to $PROFILE: kosmo completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName kosmo -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
    # An empty argument would be lost on its way to a program, so a word that is not begun is sent as a dot.
    $current = if ($wordToComplete) { $wordToComplete } else { '.' }
    & kosmo __complete powershell '--' $words $current 2>$null | ForEach-Object {
        if ($_ -eq ':files') {
            [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete)
        } else {
            $value, $tip = $_ -split "`t", 2
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $(if ($tip) { $tip } else { $value }))
        }
    }
}
