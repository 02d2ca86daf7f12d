package ssda903

// pending are the rules that are not written yet. Whoever writes one takes it out.
var pending = []string{}
