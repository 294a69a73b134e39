"""Re-saves an issued workbook by openpyxl: resave.py as-it-is|filled|rebuilt IN OUT. 'filled' answers three actions;
'rebuilt' also copies only values and sheets that are seen into a new workbook, as programs do that drop everything else."""

import sys

from openpyxl import Workbook, load_workbook

how, source, target = sys.argv[1:]
book = load_workbook(source)
sheet = book["Your actions"]
heads = {cell.value: cell.column for cell in sheet[1]}
rows = {sheet.cell(r, heads["Ref"]).value: r for r in range(2, sheet.max_row + 1)}


def put(ref, heading, value):
    sheet.cell(rows[ref], heads[heading]).value = value


if how != "as-it-is":
    first, second, third = list(rows)[:3]
    put(first, "Delivery rating", "At risk")
    put(first, "% complete", 40)
    put(first, "Progress since last update", "First line\nSecond line")
    put(second, "No change", "x")
    put(third, "Revised completion date", "June 2020")
    put(third, "Reason for the change", "Waiting for data")
if how == "rebuilt":
    plain = Workbook()
    plain.remove(plain.active)
    for old in book.worksheets:
        if old.sheet_state != "visible":
            continue
        new = plain.create_sheet(old.title)
        for row in old.iter_rows():
            for cell in row:
                if cell.value is not None:
                    new.cell(cell.row, cell.column, cell.value)
    book = plain
book.save(target)
