"""Writing Documents: as CSDL JSON and as CSDL XML (both 4.01). What is written reads back as it was."""
