package capture

// FilesWanted are files for other programs that somebody at the desk asks for.
type FilesWanted struct {
	Formats   []string // as recordwellctl's export names them
	Round     string   // its id; "" is all rounds
	Authority string   // code of the local authority, for the header of a return; may be empty
	Dir       string   // the folder to write into; it is made
}

// FilesSaved is what became of them.
type FilesSaved struct {
	Names []string // of the files, in their folder
	Left  []string // a sentence for each kind of record that is left out of a file
	// Asked is the line that was written down before answers left; the zero Asked
	// where no answers did.
	Asked Asked
}
