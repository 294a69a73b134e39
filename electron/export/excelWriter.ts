import ExcelJS from 'exceljs'

/** The one door to exceljs, which is hardly maintained: whoever writes a workbook comes through here. */
export { ExcelJS }
