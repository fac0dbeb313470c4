"""Documents of OData 1, 2 and 3, brought up to CSDL 4.01 element by element ([MC-CSDL], [MC-EDMX], [MS-ODATA])."""
