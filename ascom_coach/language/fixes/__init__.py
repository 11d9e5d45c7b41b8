"""What is proposed beside the first fix of a remark, once all remarks are known. No remark comes or goes here.

What the corrected sentence still gets wrong:        `again.better` (« arriver » → « arrivé » → « arrivés »)
Other forms that fit the place, learnt scores:       `forms.others`
How a fix is written in this text:                   `written.as_written` (capital, apostrophe)
How a fix of a mark is shown:                        `shown.widened` (« crèche, » → « crèche », not « , » → nothing)
"""
