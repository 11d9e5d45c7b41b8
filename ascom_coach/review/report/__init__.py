"""What a trainer hands out: a review told as ordered sections (`story`, `class_story`), then printed (`docx`, `html`)
or counted (`class_workbook`). Everything but the two printers is pure.
"""
