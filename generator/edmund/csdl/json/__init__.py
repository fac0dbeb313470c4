"""Reading CSDL JSON (OData CSDL JSON 4.01): the same elements with places that CSDL XML gives.

`scanner` keeps where each value stands, `elements` says them as elements of CSDL; what they mean and
whether they are right is then judged once, by the readers of both formats.
"""
