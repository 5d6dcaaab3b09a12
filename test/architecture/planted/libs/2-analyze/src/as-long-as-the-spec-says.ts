// breaks: nothing
