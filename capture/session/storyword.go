package session

// InStory reports a word of the story in hand, of its people or of its key, for
// those who look at spelling.
func (s *Session) InStory(word string) bool {
	if s.now == nil {
		return false
	}
	for _, w := range nameWords(word) {
		if !s.now.names()[w] {
			return false
		}
	}
	return true
}
