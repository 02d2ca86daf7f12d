package ssda903

var oc3Rules = []Rule{
	{
		Code: "344", Needs: "OC3.IN_TOUCH",
		Title: "Activity and home must be 0 for a young person who died or went home",
		What:  "In touch is {IN_TOUCH}, the activity is {ACTIV} and the home is {ACCOM}.",
		Do:    "Enter 0 for activity and home, or change in touch.",
		Check: func(c *View, found *Found) {
			for _, o := range c.OC3 {
				if o.IN_TOUCH.Is("DIED", "RHOM") && (!o.ACTIV.Is("0") || !o.ACCOM.Is("0")) {
					flag(found, o.IN_TOUCH, o.ACTIV, o.ACCOM)
				}
			}
		},
	},
}
