# Everything that a review tells of, side by side. The app VPC has the faults of routes and endpoints, the hub and its
# spokes those of a Transit Gateway, and the batch VPC those of a VPC without any endpoint.
locals {
  azs = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
}

resource "aws_vpc" "app" {
  cidr_block = "10.0.0.0/16"
  tags       = { Name = "app" }
}

resource "aws_internet_gateway" "app" {
  vpc_id = aws_vpc.app.id
}

resource "aws_subnet" "public" {
  count             = 3
  vpc_id            = aws_vpc.app.id
  cidr_block        = "10.0.${count.index}.0/24"
  availability_zone = local.azs[count.index]
}

resource "aws_subnet" "private" {
  count             = 3
  vpc_id            = aws_vpc.app.id
  cidr_block        = "10.0.${count.index + 10}.0/24"
  availability_zone = local.azs[count.index]
}

# A second one in zone a, for the endpoint that has both.
resource "aws_subnet" "spare" {
  vpc_id            = aws_vpc.app.id
  cidr_block        = "10.0.20.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_eip" "nat" {
  count  = 2
  domain = "vpc"
}

# Nothing uses this one.
resource "aws_eip" "left" {
  domain = "vpc"
}

# All routes lead to the first: the second stands idle, and the zones b and c cross to zone a.
resource "aws_nat_gateway" "app" {
  count         = 2
  subnet_id     = aws_subnet.public[count.index].id
  allocation_id = aws_eip.nat[count.index].id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.app.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.app.id
  }
}

resource "aws_route_table_association" "public" {
  count          = 3
  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table" "private" {
  count  = 2
  vpc_id = aws_vpc.app.id
}

resource "aws_route" "nat" {
  count                  = 2
  route_table_id         = aws_route_table.private[count.index].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.app[0].id
}

resource "aws_route_table_association" "a" {
  subnet_id      = aws_subnet.private[0].id
  route_table_id = aws_route_table.private[0].id
}

resource "aws_route_table_association" "spare" {
  subnet_id      = aws_subnet.spare.id
  route_table_id = aws_route_table.private[0].id
}

resource "aws_route_table_association" "b" {
  subnet_id      = aws_subnet.private[1].id
  route_table_id = aws_route_table.private[1].id
}

resource "aws_route_table_association" "c" {
  subnet_id      = aws_subnet.private[2].id
  route_table_id = aws_route_table.private[1].id
}

# The subnets b and c are on the other table. There is none for DynamoDB.
resource "aws_vpc_endpoint" "s3" {
  vpc_id          = aws_vpc.app.id
  service_name    = "com.amazonaws.eu-west-1.s3"
  route_table_ids = [aws_route_table.private[0].id]
}

# Private DNS is off where nothing is said.
resource "aws_vpc_endpoint" "quiet" {
  vpc_id            = aws_vpc.app.id
  service_name      = "com.amazonaws.eu-west-1.sqs"
  vpc_endpoint_type = "Interface"
  subnet_ids        = [aws_subnet.private[0].id, aws_subnet.private[1].id]
}

resource "aws_vpc_endpoint" "doubled" {
  vpc_id              = aws_vpc.app.id
  service_name        = "com.amazonaws.eu-west-1.kms"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [aws_subnet.private[0].id, aws_subnet.private[1].id, aws_subnet.spare.id]
}

# Image pulls need ecr.api beside it.
resource "aws_vpc_endpoint" "images" {
  vpc_id              = aws_vpc.app.id
  service_name        = "com.amazonaws.eu-west-1.ecr.dkr"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [aws_subnet.private[0].id, aws_subnet.private[1].id]
}

resource "aws_ec2_transit_gateway" "hub" {
}

module "spoke" {
  source             = "./modules/spoke"
  for_each           = { orders = "10.1.0.0/16", billing = "10.2.0.0/16", stock = "10.3.0.0/16" }
  name               = each.key
  cidr               = each.value
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
}

# Image layers are in S3, and no endpoint for it is there.
module "batch" {
  source             = "./modules/spoke"
  name               = "batch"
  cidr               = "10.4.0.0/16"
  services           = ["ecr.api", "ecr.dkr"]
  transit_gateway_id = null
}
